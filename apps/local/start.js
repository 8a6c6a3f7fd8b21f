'use strict';
/** `npm start`. Plain JavaScript on Node built-ins: it runs before node_modules exists. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。\nNode.js 20.19 or newer is needed; this is ${process.versions.node}.`,
  );
  process.exit(1);
}
const { launch } = require('./src/run/launch');

launch(process.argv.slice(2), process.env).catch((error) => {
  console.error(error?.name === 'Stop' ? error.message : error);
  process.exit(1);
});

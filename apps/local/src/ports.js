'use strict';
/** Free ports on loopback. */
const net = require('node:net');
const { Stop } = require('./say');

/**
 * @param {number} port 0 = any
 * @param {string} [host]
 * @returns {Promise<number | null>} the port when it can be listened on, else null
 */
function tryPort(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.unref();
    server.on('error', () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : null));
    });
  });
}

/** @returns {Promise<number>} a port that nobody uses at this moment */
async function anyPort() {
  const port = await tryPort(0);
  if (port === null) throw new Error('Expected the system to give a free port, but it gave none');
  return port;
}

/**
 * The port asked for by name, or the first free one from the usual one on.
 * @param {{ asked?: number, usual: number, host?: string, taken?: readonly number[] }} wish
 * @returns {Promise<number>}
 */
async function choosePort({ asked, usual, host, taken = [] }) {
  if (asked !== undefined) {
    if ((await tryPort(asked, host)) !== null) return asked;
    throw new Stop(
      `端口 ${asked} 已被占用。请换一个端口（PORT=… 或 --port …），或不指定端口，由程序自动选择。`,
      `Port ${asked} is in use. Name another one (PORT=… or --port …), or name none and the next free one is taken.`,
    );
  }
  for (let port = usual; port < usual + 200; port += 1) {
    if (!taken.includes(port) && (await tryPort(port, host)) !== null) return port;
  }
  return anyPort();
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether something answers on loopback
 */
function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    const done = (/** @type {boolean} */ result) => (socket.destroy(), resolve(result));
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.setTimeout(1_000, () => done(false));
  });
}

module.exports = { anyPort, choosePort, answers };

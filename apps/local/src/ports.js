'use strict';
/** Free ports on loopback. */
const { randomInt } = require('node:crypto');
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

/** Ports that no system gives to outgoing connections: what is free there now is so still when a program begins to listen a second later. */
const QUIET = { from: 20_000, count: 12_000 };

/** @returns {Promise<number>} a port that nobody uses at this moment, another at each call */
async function anyPort() {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = await tryPort(QUIET.from + randomInt(QUIET.count));
    if (port !== null) return port;
  }
  throw new Error('Expected to find a free port, but a hundred of them were in use');
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

import { connect } from 'node:net';

/** One exchange as it goes over the wire, for what no client library would send. Answers the status, or null where the line was closed without one. */
export async function rawCall(
  url: string,
  lines: readonly string[],
  body: string | Buffer = '',
): Promise<{ status: number | null; text: string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => (text += chunk));
  await new Promise<void>((resolve) => {
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.setTimeout(15_000, () => socket.destroy());
    socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`, 'latin1');
    socket.write(body);
  });
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  return { status: status === undefined ? null : Number(status), text };
}

import { synth } from '../synth.ts';
import type { LogLine } from './machinery.ts';
import { refuseTakenPort } from './ses/inbox.ts';
import { startStage } from './stage.ts';

/** `npm start`: the app on this machine, on real time until somebody moves the clock. */
const port = portOf('PORT', 4400);
const inboxPort = portOf('INBOX_PORT', 4410);

try {
  // Before the build: whoever has forgotten a running stage should not wait for the news.
  await refuseTakenPort(port, 'PORT');
  await refuseTakenPort(inboxPort, 'INBOX_PORT');
  console.log('Building the functions and the template …');
  const assembly = await synth('local', undefined, {
    check: false,
    changes: { web: { origin: `http://localhost:${port}` } },
  });
  const stage = await startStage({
    assembly,
    mode: 'real-time',
    port,
    inboxPort,
    onLog: showTroubles,
    onProblem: (sentence) => console.error(`! ${sentence}`),
  });
  console.log(
    [
      '',
      `  HR desk       http://localhost:${port}/desk`,
      `  Inbox         http://localhost:${inboxPort}`,
      `  Clock, trace  http://localhost:${port}/_stage/home`,
      '',
      '  Ctrl-C stops the stage; nothing of it remains.',
    ].join('\n'),
  );
  process.once('SIGINT', () => void stage.close().finally(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function portOf(variable: string, usual: number): number {
  const given = process.env[variable];
  if (given === undefined || given === '') return usual;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable} is no port: ${given}`);
  return port;
}

/** Of what the functions log, only that which somebody should look at. */
function showTroubles({ function: name, line }: LogLine) {
  if (/"level":"(ERROR|WARN|CRITICAL)"/.test(line) || !line.startsWith('{')) console.error(`${name}: ${line}`);
}

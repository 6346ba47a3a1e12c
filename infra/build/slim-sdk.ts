import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod/mini';

const Package = z.object({ version: z.string() });

/** What the operations that we call may answer. Any other error still has its name, as one of its service. */
const errorsOf: Readonly<Record<string, readonly string[] | undefined>> = {
  ses: [
    'AccountSendingPausedException',
    'ConfigurationSetDoesNotExistException',
    'ConfigurationSetSendingPausedException',
    'MailFromDomainNotVerifiedException',
    'MessageRejected',
  ],
  dynamodb: [
    'ConditionalCheckFailedException',
    'IdempotentParameterMismatchException',
    'InternalServerError',
    'InvalidEndpointException',
    'ItemCollectionSizeLimitExceededException',
    'ProvisionedThroughputExceededException',
    'ReplicatedWriteConflictException',
    'RequestLimitExceeded',
    'ResourceNotFoundException',
    'ThrottlingException',
    'TransactionCanceledException',
    'TransactionConflictException',
    'TransactionInProgressException',
  ],
};

/**
 * What every client of the SDK brings along and none of our functions needs: the reading of event streams, which is
 * loaded only when an operation answers with one (none of ours does; such a call fails aloud), and its whole
 * package.json, of which it tells AWS the version. Without them a function is 20 KB smaller. And the shapes of operations
 * that are never called: their keys are spelled by constants, which esbuild does not look through when it asks whether a
 * shape may be left out (58 KB of S3). And the errors of such operations (16 KB of SES),
 * and the memory of endpoints that were discovered, which no operation does unless it is told to.
 */
export const slimSdk: Plugin = {
  name: 'slim-sdk',
  setup(build) {
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'slim-sdk' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'slim-sdk' }, () => ({
      contents: `throw new Error('no operation that we call streams events');`,
    }));
    build.onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const spelled = new Map(
        [...source.matchAll(/^const (_\w+) = ("[^"\n]*");$/gm)].map(([, name = '', text = '']) => [name, text]),
      );
      const errors = errorsOf[/client-([a-z0-9-]+)/.exec(path)?.[1] ?? ''];
      const contents = source
        .replace(/\[(_\w+)\]:/g, (key, name) => `${spelled.get(name) ?? key}:`)
        .replace(/^n0_registry\.registerError\((\w+)\$, \1\);$/gm, (line, name) =>
          !errors || errors.includes(name) ? line : '',
        );
      return { contents, loader: 'js' };
    });
    build.onLoad({ filter: /@aws-sdk\/endpoint-cache\/dist-es\/EndpointCache\.js$/ }, () => ({
      contents: `export class EndpointCache { getEndpoint() { throw new Error('no endpoint is discovered'); } }`,
    }));
    build.onLoad({ filter: /@aws-sdk\/client-[a-z0-9-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = z.parse(Package, JSON.parse(await readFile(path, 'utf8')));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { tokenTypeNames } from '../../shared/token/types.ts';

/** Puts the first key of every token family and the pepper where they are absent. Existing ones stay as they are. */
export async function fill(keys: Pick<Keys, 'putIfAbsent'>, secret: () => Uint8Array): Promise<void> {
  for (const type of tokenTypeNames) await keys.putIfAbsent({ pk: `token#${type}`, sk: '1' }, secret());
  await keys.putIfAbsent({ pk: 'pepper', sk: '1' }, secret());
}

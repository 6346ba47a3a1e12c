import type { ProviderName } from '../../shared/source/source.ts';
import type { Provider } from './provider.ts';
import { formbricks } from './providers/formbricks.ts';
import { google } from './providers/google.ts';
import { jotform } from './providers/jotform.ts';
import { microsoft } from './providers/microsoft.ts';
import { standard } from './providers/standard.ts';
import { tally } from './providers/tally.ts';
import { typeform } from './providers/typeform.ts';

export const providerOf: Readonly<Record<ProviderName, Provider>> = {
  microsoft,
  google,
  typeform,
  tally,
  formbricks,
  jotform,
  standard,
};

import type { Speaker } from '../letter/content/voice.ts';
import { Notice } from './form.tsx';
import { OnceMore } from './once-more.tsx';

/** Why a Save did not count: it looked like a machine's, or nothing was chosen. */
export type Reason = 'once more' | 'missing';

interface UnsavedProps {
  readonly notice: Reason | undefined;
  readonly say: Speaker['say'];
  readonly words: { readonly save: string; readonly missing: { readonly title: string; readonly text: string } };
}

/** Above a question that stays open. */
export function Unsaved({ notice, say, words: { save, missing } }: UnsavedProps) {
  if (notice === 'once more') return <OnceMore say={say} button={save} />;
  return notice === 'missing' ? (
    <Notice title={missing.title} tone="bad">
      <p>{missing.text}</p>
    </Notice>
  ) : null;
}

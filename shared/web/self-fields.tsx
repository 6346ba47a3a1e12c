import type { Speaker } from '../letter/content/voice.ts';
import type { SelfTold } from '../participant/participant.ts';
import { languagesFor, topicsFor } from '../participant/self-form.ts';
import { Checks } from './form.tsx';

interface SelfFieldsProps {
  readonly say: Speaker['say'];
  readonly language: 'de' | 'en';
  readonly role: 'junior' | 'senior';
  readonly self: SelfTold;
  readonly topics: readonly string[];
}

/** How to call me, what about, in which languages: asked with the yes, and correctable later. */
export function SelfFields({ say, language, role, self, topics }: SelfFieldsProps) {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return (
    <>
      <label>
        {say({ du: 'Wie sollen wir dich nennen?', sie: 'Wie sollen wir Sie nennen?', en: 'What shall we call you?' })}
        <input name="callName" type="text" value={self.callName ?? ''} maxLength={60} autocomplete="nickname" />
      </label>
      <Checks
        name="topics"
        legend={
          role === 'junior'
            ? say({
                du: 'Worüber kannst du etwas zeigen?',
                sie: 'Worüber können Sie etwas zeigen?',
                en: 'What can you show somebody?',
              })
            : say({
                du: 'Worüber möchtest du etwas lernen?',
                sie: 'Worüber möchten Sie etwas lernen?',
                en: 'What would you like to learn about?',
              })
        }
        hint={say({
          de: 'Mindestens eins: Gepaart wird, wo sich ein Thema trifft.',
          en: 'At least one: pairs are made where a topic meets.',
        })}
        choices={topicsFor(self, topics).map((topic) => ({ value: topic, label: topic }))}
        chosen={self.topics}
      />
      <Checks
        name="languages"
        legend={say({
          du: 'In welchen Sprachen magst du reden?',
          sie: 'In welchen Sprachen möchten Sie sprechen?',
          en: 'Which languages would you like to talk in?',
        })}
        choices={languagesFor(self).map((code) => ({ value: code, label: names.of(code) ?? code }))}
        chosen={self.languages}
        layout="short"
      />
    </>
  );
}

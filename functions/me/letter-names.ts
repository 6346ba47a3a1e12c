import type { Speaker } from '../../shared/letter/content/voice.ts';
import type { LetterKindName } from '../../shared/letter/kinds.ts';

/** What people call the kinds of letter that they may stop. */
export function letterName(kind: LetterKindName, { say }: Speaker): string {
  switch (kind) {
    case 'check-in':
    case 'check-in-reminder':
      return say({ de: 'Kurze Fragen, wie es läuft', en: 'Short questions on how it is going' });
    case 'training':
      return say({ de: 'Kurze Trainings', en: 'Short training letters' });
    case 'guide':
      return say({ de: 'Leitfäden für die Treffen', en: 'Guides for the meetings' });
    case 'thanks':
      return say({ de: 'Bestätigungen nach einer Antwort', en: 'Confirmations of what was recorded' });
    case 'mid':
      return say({ de: 'Fragen zur Halbzeit', en: 'Questions at half-time' });
    case 'closing':
      return say({ de: 'Fragen zum Abschluss', en: 'Closing questions' });
    case 'follow-up':
      return say({ de: 'Fragen drei Monate danach', en: 'Questions three months later' });
    default:
      return kind;
  }
}

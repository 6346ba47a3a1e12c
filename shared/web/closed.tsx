import { type ParticipantFrame, participantPage } from './layout.tsx';

type Frame = Omit<ParticipantFrame, 'children' | 'title'>;

/** What a link opens whose question is over: kind words, and nothing to press. */
export const closedAs = (frame: Frame, { title, text }: { readonly title: string; readonly text: string }): string =>
  participantPage({
    ...frame,
    title,
    children: (
      <div class="sheet">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
    ),
  });

import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { stylesheetPath } from './compiled/stylesheet.js';

export type Language = 'de' | 'en';

interface Frame {
  readonly language: Language;
  /** Outside of `prod` every page says so at its top. */
  readonly stage: string;
  /** What the page is about: the browser's title. The page itself brings its `h1`. */
  readonly title: string;
  readonly children: ComponentChildren;
  readonly footer?: ComponentChildren;
}

export interface ParticipantFrame extends Frame {
  /** The cohort's name for the programme; shown above the page. */
  readonly programme?: string | undefined;
}

export interface DeskFrame extends Frame {
  /** Links and the sign-out button, as children of one `nav`. */
  readonly nav?: ComponentChildren;
  /** Path of the desk's one script, if the page uses it. */
  readonly script?: string;
}

const words = {
  de: {
    skip: 'Zum Inhalt',
    desk: 'Schreibtisch',
    test: (stage: string) => `Teststufe „${stage}“: Nichts davon ist echt`,
  },
  en: {
    skip: 'Skip to content',
    desk: 'Desk',
    test: (stage: string) => `Test stage “${stage}”: nothing here is real`,
  },
} as const;

/** A whole page for participants and contacts: one narrow column, no script. */
export function participantPage({
  language,
  stage,
  title,
  programme = 'Reverse Mentoring',
  footer,
  children,
}: ParticipantFrame): string {
  return html(
    <Document language={language} stage={stage} title={`${title} · ${programme}`}>
      <header class="top">{programme}</header>
      <main id="content">{children}</main>
      {footer === undefined ? null : <footer class="foot">{footer}</footer>}
    </Document>,
  );
}

/** A whole page of the desk: wide, with the desk's navigation. */
export function deskPage({ language, stage, title, nav, script, footer, children }: DeskFrame): string {
  return html(
    <Document language={language} stage={stage} title={`${title} · ${words[language].desk}`} desk script={script}>
      <header class="top">
        {nav === undefined ? (
          words[language].desk
        ) : (
          <nav class="desk-nav" aria-label={words[language].desk}>
            {nav}
          </nav>
        )}
      </header>
      <main id="content">{children}</main>
      {footer === undefined ? null : <footer class="foot">{footer}</footer>}
    </Document>,
  );
}

const html = (page: Parameters<typeof renderToString>[0]) => `<!doctype html>${renderToString(page)}`;

interface DocumentProps extends Omit<Frame, 'footer'> {
  readonly desk?: boolean;
  readonly script?: string | undefined;
}

function Document({ language, stage, title, desk, script, children }: DocumentProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href={stylesheetPath} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {script === undefined ? null : <script src={script} defer />}
      </head>
      <body class={desk ? 'desk' : undefined}>
        <a class="skip" href="#content">
          {words[language].skip}
        </a>
        {stage === 'prod' ? null : <aside class="banner">{words[language].test(stage)}</aside>}
        {children}
      </body>
    </html>
  );
}

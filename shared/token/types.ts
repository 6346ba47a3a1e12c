/** Every type of signed link. Each has a key family of its own: a token of one type never opens another's page. */
export const tokenTypes = {
  'sign-in': { opens: 'the desk, once', path: '/desk/sign-in/' },
  'desk-session': { opens: 'the desk for a working day (a cookie, never a link)', path: undefined },
  'company-sign-in': {
    opens: 'the desk, by one press after the company said who it is (in a form, never a link)',
    path: undefined,
  },
  confirm: { opens: 'the question whether one takes part', path: '/confirm/' },
  consent: { opens: 'the question about one pair', path: '/consent/' },
  answer: { opens: 'one check-in', path: '/answer/' },
  me: { opens: 'pause, leave, stop a kind, my data, log a session', path: '/me/' },
  unsubscribe: { opens: 'stopping one kind of letter, by POST', path: '/stop/' },
  help: { opens: 'one request for help, for its contact', path: '/help/' },
  'cohort-form': { opens: 'enrolment for a cohort', path: '/enrol/' },
  preview: { opens: 'any page, saves nothing', path: undefined },
  reply: { opens: 'the address that a reply goes to', path: undefined },
  'form-render': { opens: 'nothing: says when a form was rendered', path: undefined },
} as const;
export type TokenType = keyof typeof tokenTypes;
export const tokenTypeNames = Object.keys(tokenTypes) as [TokenType, ...TokenType[]];

import { describe, expect, it } from 'vitest';
import { complaint, Refused } from '../../../infra/ops/command.ts';
import { unknownStage } from '../../../infra/ops/stage.ts';

const needs = { command: 'trace', may: ['logs:FilterLogEvents'] };
const named = (name: string, message = '', code = '') => Object.assign(new Error(message), { name, code });
const said = (error: unknown, endpoint?: string) => complaint(error, needs, endpoint);

describe('a command that cannot do its work', () => {
  it('names the rights and the variables that it needs where there are no credentials', () => {
    const sentence = said(named('CredentialsProviderError', 'Could not load credentials from any providers'));
    expect(sentence).toContain('npm run trace needs AWS credentials');
    for (const word of ['logs:FilterLogEvents', 'AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_REGION', 'AWS_ENDPOINT_URL']) {
      expect(sentence).toContain(word);
    }
  });

  it('tells a missing Region, expired credentials, missing rights and a dead endpoint apart', () => {
    expect(said(new Error('Region is missing'))).toContain('and AWS_REGION.');
    expect(said(named('ExpiredTokenException'))).toContain('sign in again');
    const denied = 'User x is not authorized to perform logs:FilterLogEvents';
    expect(said(named('AccessDeniedException', denied))).toBe(
      `${denied}\nnpm run trace needs rights to logs:FilterLogEvents.`,
    );
    expect(said(named('Error', 'connect', 'ECONNREFUSED'), 'http://127.0.0.1:1')).toBe(
      'nothing answers at http://127.0.0.1:1 (ECONNREFUSED).',
    );
    const nowhere = Object.assign(named('Error', '', 'ENOTFOUND'), { hostname: 'logs.atlantis.amazonaws.com' });
    expect(said(nowhere)).toBe(
      'nothing answers at logs.atlantis.amazonaws.com (ENOTFOUND): is the Region right, and is there a network?',
    );
    expect(said(named('TypeError', 'Invalid URL', 'ERR_INVALID_URL'), 'localhost')).toBe(
      'AWS_ENDPOINT_URL is no address: localhost',
    );
  });

  it('says its own refusals word for word', () => {
    expect(said(new Refused('there is no such thing'))).toBe('there is no such thing');
  });

  it('says of a mistyped option what it is, and where to look', () => {
    const unknown =
      "Unknown option '--alll'. To specify a positional argument starting with a '-', place it at the end";
    expect(said(named('TypeError', unknown, 'ERR_PARSE_ARGS_UNKNOWN_OPTION'))).toBe(
      "Unknown option '--alll'; npm run trace -- --help says what there is",
    );
  });

  it('lists the stages where the one that was named is unknown', () => {
    expect(unknownStage('tets', ['dev', 'prod'])).toContain('deployed here: dev, prod');
    expect(unknownStage('tets', [])).toContain('no stage is deployed here');
  });
});

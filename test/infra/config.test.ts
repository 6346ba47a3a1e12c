import { describe, expect, it } from 'vitest';
import { checkConfig, configOf, stages } from '../../infra/config.ts';

describe('the configuration of a stage', () => {
  it.each(Object.entries(stages))('%s fits together', (stage, settings) => {
    expect(checkConfig(stage, settings)).toEqual(settings);
  });

  it('does not write to everyone outside prod', () => {
    const mail = { ...stages.dev.mail, to: 'everyone' as const };
    expect(() => configOf('dev', { changes: { mail } })).toThrow("mail.to: 'everyone' is for prod only");
  });

  it('keeps the data of prod, and shows no banner there', () => {
    expect(() => configOf('prod', { changes: { retain: false } })).toThrow('retain: prod keeps its data');
    const mail = { ...stages.prod.mail, banner: 'prod' };
    expect(() => configOf('prod', { changes: { mail } })).toThrow('mail.banner: empty in prod');
  });

  it('names every field that is wrong', () => {
    const wrong = { ...stages.dev, account: '12', mail: { ...stages.dev.mail, rateShare: 2 }, colour: 'red' };
    expect(() => checkConfig('dev', wrong)).toThrow(/account: 12 digits[\s\S]*mail\.rateShare: at most 1/);
    expect(() => checkConfig('dev', { ...stages.dev, colour: 'red' })).toThrow('colour: there is no such setting');
  });

  it('is refused for a stage that nobody has described', () => {
    expect(() => configOf('staging')).toThrow('one of local, dev, prod, or give --config');
  });
});

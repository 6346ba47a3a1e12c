import type { Plugin } from 'esbuild';

/**
 * What nodemailer brings for attachments by URL or file name, which no letter has: an http client (and with it Node's
 * http, https and dns), a table of 2,000 file types, and a parser of addresses that come as text. Without them composing
 * loads in half the time.
 */
const unused = {
  'fetch/index': `export default () => { throw new Error('a letter fetches nothing'); };`,
  'addressparser/index': `export default () => { throw new Error('give an address with its name apart'); };`,
  'mime-funcs/mime-types': `const unnamed = () => { throw new Error('give the content type and the file name'); };
export { unnamed as detectMimeType, unnamed as detectExtension };`,
} as const;

export const slimMail: Plugin = {
  name: 'slim-mail',
  setup(build) {
    for (const [module, contents] of Object.entries(unused)) {
      build.onLoad({ filter: new RegExp(`nodemailer/dist/esm/${module}\\.js$`) }, () => ({ contents }));
    }
  },
};

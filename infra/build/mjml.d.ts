/** The one function of mjml that the build uses; the package ships no types. */
declare module 'mjml' {
  export interface Compiled {
    html: string;
    errors: { formattedMessage: string }[];
  }
  export default function mjml2html(
    source: string,
    options: { validationLevel: 'strict' | 'soft' | 'skip'; fonts: Record<string, string> },
  ): Promise<Compiled>;
}

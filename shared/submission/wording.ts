/** What a reason names, such as a column or a value. */
export type Params = Readonly<Record<string, string>>;
export interface Wording {
  readonly de: (params: Params) => string;
  readonly en: (params: Params) => string;
}

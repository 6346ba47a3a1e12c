/** Stands in for the credential providers that Lambda never uses; each would cost every cold start. */
const notHere = (): never => {
  throw new Error('in a function, credentials come from its environment');
};
export const fromSSO = () => notHere;
export const fromIni = () => notHere;
export const fromProcess = () => notHere;
export const fromTokenFile = () => notHere;
export const fromInstanceMetadata = () => notHere;
export const fromContainerMetadata = () => notHere;
export const fromHttp = () => notHere;

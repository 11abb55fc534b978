/** In place of the WebP codec in WebAssembly: the browser itself reads pictures, and the server writes each anew. */
function noCodec(): never {
  throw new Error('Pictures are converted on the server.');
}

export const encode = noCodec;
export const decode = noCodec;
export default noCodec;

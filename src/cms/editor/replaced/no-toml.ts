/** In place of reader and writer of TOML: no entry of this portal is written in it. */
export default function noToml(): never {
  throw new Error('No entry of this portal is written in TOML.');
}

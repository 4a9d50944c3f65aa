/**
 * A perceptual hash of a picture: 64 bits as 16 hex digits. Two pictures that look alike differ in few bits, whatever their address, format, size or
 * compression. null: the address was asked and gave no picture that can be compared.
 */
export type PictureHash = string | null;

/** In how many of the 64 bits two hashes differ. Infinite when one of them is none. */
export function hammingDistance(a: string, b: string): number {
  if (!/^[\da-f]{16}$/.test(a) || !/^[\da-f]{16}$/.test(b)) return Number.POSITIVE_INFINITY;
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; differing > 0n; differing >>= 1n) bits += Number(differing & 1n);
  return bits;
}

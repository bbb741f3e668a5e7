// A list of texts and byte strings as one, each with its length in front: how the shell and the program hand them over.
// platform/packed.h is the other half.

const encoder = new TextEncoder();

/** @param {(string|Uint8Array)[]} parts */
export function pack(parts) {
  const pieces = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const packed = new Uint8Array(pieces.reduce((sum, piece) => sum + 4 + piece.length, 0));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const piece of pieces) {
    view.setUint32(at, piece.length, true);
    packed.set(piece, at + 4);
    at += 4 + piece.length;
  }
  return packed;
}

/** @param {Uint8Array} packed @returns {Uint8Array[]} the parts, as windows into it */
export function unpack(packed) {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const parts = [];
  for (let at = 0; at < packed.length; at += 4 + parts.at(-1).length) {
    parts.push(packed.subarray(at + 4, at + 4 + view.getUint32(at, true)));
  }
  return parts;
}

/** Chunks smaller than this many bytes are merged: each byte of a body sent byte by byte would otherwise cost a hundred. */
const smallPart = 4096
const roomOf = 64 * 1024

/** Appends chunks to a list and merges small ones. The caller may remove chunks from the list in between. */
export function appendingTo(kept: Buffer[]): (part: Buffer) => void {
  let [room, used] = [Buffer.alloc(0), 0]
  return (part) => {
    if (part.length >= smallPart) return void kept.push(part)
    if (used + part.length > room.length) [room, used] = [Buffer.allocUnsafeSlow(roomOf), 0]
    const last = kept.at(-1)
    const goesOn = last?.buffer === room.buffer && last.byteOffset + last.length === used
    part.copy(room, used)
    if (goesOn) kept[kept.length - 1] = room.subarray(used - last.length, used + part.length)
    else kept.push(room.subarray(used, used + part.length))
    used += part.length
  }
}

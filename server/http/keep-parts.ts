/** Parts smaller than this are put together: of a body sent byte by byte each byte would weigh a hundred. */
const smallPart = 4096
const roomOf = 64 * 1024

/** Keeps what comes at the end of a list, small parts put together; somebody else may take parts out of it meanwhile. */
export function keepIn(kept: Buffer[]): (part: Buffer) => void {
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

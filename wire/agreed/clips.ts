/** A video or photo of the person. Bytes: about a minute from a telephone. */
export const largestClip = 64 * 1024 * 1024
export const clipKinds: readonly string[] = ['video/mp4', 'video/quicktime', 'video/webm', 'image/jpeg', 'image/png']

export const roomForNew: string

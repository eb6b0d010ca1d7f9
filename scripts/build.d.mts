type Built = Readonly<{ code: number; output: string; line: string }>

export function buildClinic(): Promise<Built>
export function buildServer(): Promise<Built & Readonly<{ program: string }>>

import type { Chart } from '@facialis/language'

/** Somewhere what is known of people is written, one after the other. */
export type ChartWriter = Readonly<{ add: (key: string, chart: Chart) => void; end: () => void }>

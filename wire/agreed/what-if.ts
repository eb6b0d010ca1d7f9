/** How many people are listed at most, and of how many of them the rules are told. */
export const mostMoved = { listed: 500, ruled: 50 } as const

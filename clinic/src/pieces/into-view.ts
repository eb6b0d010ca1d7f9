/** As a `ref`: what appears in answer to a press is where one looks, wherever on the page it stands. */
export const intoView = (appeared: HTMLElement | null): void => appeared?.scrollIntoView({ block: 'nearest' })

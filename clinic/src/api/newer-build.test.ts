import { expect, it } from 'vitest'
import { programIn } from './newer-build.ts'

it.each([
  [
    'of a build, by the name of what is in it',
    '<head><link rel="icon" href="/favicon.svg"><script type="module" crossorigin src="/assets/index-DAyBeJWd.js"></script><link rel="modulepreload" href="/assets/page-D0.js"></head>',
    '/assets/index-DAyBeJWd.js',
  ],
  [
    'while it is developed',
    '<body><script type="module" src="/src/app/main.tsx"></script></body>',
    '/src/app/main.tsx',
  ],
  ['of a page without one', '<h1>The screens are not built yet</h1>', null],
])('the program that a first page names: %s', (_, page, named) => expect(programIn(page)).toBe(named))

// Writes every page that is made from the pathway: node scripts/generate.ts
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pages } from './pages.ts'

for (const { path, make } of pages) {
  writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), make())
  console.log(path)
}

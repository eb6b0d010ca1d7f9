import { createServer } from 'node:http'

const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? '127.0.0.1'

createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end('<!doctype html><html lang="en"><title>Facialis</title><h1>Facialis</h1></html>')
}).listen(port, host, () => console.log(`Facialis is ready on http://localhost:${port}`))

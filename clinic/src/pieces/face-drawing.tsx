import classes from './face-map.module.css'
import { faceWidth } from './face-plan.ts'
import { words } from './words.ts'

/** The quiet lines underneath: hair, ears, brows, eyes, nose, mouth; and where the needle is better kept away. */
export const FaceDrawing = () => (
  <g className={classes.drawing}>
    <Half />
    <g transform={`translate(${faceWidth} 0) scale(-1 1)`}>
      <Half />
    </g>
  </g>
)

const Half = () => (
  <>
    <path d="M200 430H262C259 446 263 480 277 514H200Z" className={classes.neck} />
    <path
      d="M200 28C283 28 323 92 324 190C325 238 320 284 308 322C298 356 281 394 257 421C240 441 221 452 200 452"
      className={classes.skin}
    />
    <path d="M323 200C334 184 346 194 343 215C340 236 333 251 321 254" className={classes.skin} />
    <path d="M329 208C335 203 337 214 332 230" className={classes.fine} />
    <path d="M262 417C259 442 263 478 277 514" />
    <path
      d="M200 20C292 18 336 88 327 186C322 170 318 150 308 128C294 100 268 84 240 78C226 75 212 75 200 76Z"
      className={classes.hair}
    />
    <path
      d="M221 176C238 158 270 155 297 172C272 165 244 168 224 181C220 182 219 179 221 176Z"
      className={classes.brow}
    />
    <path d="M226 213C236 197 270 196 284 211C272 226 238 227 226 213Z" className={classes.eye} />
    <circle cx="255" cy="211" r="9.500" className={classes.iris} />
    <circle cx="255" cy="211" r="4" className={classes.pupil} />
    <path d="M224 214C234 196 271 194 287 210" className={classes.lid} />
    <path d="M213 214C209 238 209 258 214 276" className={classes.fine} />
    <path d="M200 302C207 304 213 303 217 298C227 294 226 280 216 276M205 299C208 293 214 293 216 297" />
    <path d="M206 309L207 330" className={classes.fine} />
    <path
      d="M200 338C204 334 208 332 214 333C226 335 240 342 250 348C243 362 224 371 200 371Z"
      className={classes.lips}
    />
    <path d="M200 350C216 347 234 350 250 348" />
    <path d="M200 392C210 392 218 390 225 386" className={classes.fine} />
    {/* The lid lifter lies under the middle of the upper lid, the tear outflow under the inner lower lid. */}
    <g className={classes.avoid}>
      <path d="M251.500 189.500l7 7m0-7l-7 7M231 227l6 6m0-6l-6 6" />
      <title>{words.face.caution}</title>
    </g>
  </>
)

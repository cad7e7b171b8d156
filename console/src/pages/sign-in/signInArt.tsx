const STEPS = ['现场扫码', '考勤有效', '单位授分', '行政审核'];

/** The left half of the sign-in page: what the product does, and rings around a code. */
export function SignInArt() {
  return (
    <aside className="sign-in__art">
      <svg className="sign-in__rings" viewBox="0 0 600 600" aria-hidden="true" focusable="false">
        <g fill="none" stroke="#fff">
          <circle cx="300" cy="300" r="130" strokeOpacity=".22" />
          <circle cx="300" cy="300" r="205" strokeOpacity=".14" />
          <circle cx="300" cy="300" r="285" strokeOpacity=".08" />
          <path
            d="M300 95a205 205 0 0 1 177.5 102.5"
            stroke="#5fd3cf"
            strokeWidth="5"
            strokeLinecap="round"
          />
          <path
            d="M300 585a285 285 0 0 1-246.8-142.5"
            stroke="#f0b45b"
            strokeWidth="4"
            strokeLinecap="round"
          />
        </g>
        <g fill="#fff">
          <path d="M226 226h54v54h-54zm12 12v30h30v-30z" fillRule="evenodd" />
          <path d="M320 226h54v54h-54zm12 12v30h30v-30z" fillRule="evenodd" />
          <path d="M226 320h54v54h-54zm12 12v30h30v-30z" fillRule="evenodd" />
          <path d="M247 247h12v12h-12zM341 247h12v12h-12zM247 341h12v12h-12zM320 320h18v18h-18zM356 320h18v18h-18zM338 338h18v18h-18zM320 356h18v18h-18zM356 356h18v18h-18zM292 232h14v14h-14zM292 262h14v14h-14zM232 292h14v14h-14zM262 292h14v14h-14zM294 294h14v14h-14zM324 292h14v14h-14zM354 292h14v14h-14zM292 326h14v14h-14zM292 356h14v14h-14z" />
        </g>
      </svg>
      <div className="sign-in__words">
        <h2>
          继续医学教育
          <br />
          学分管理
        </h2>
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
    </aside>
  );
}

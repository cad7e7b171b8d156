import { TOKEN_KEY } from '../api/tokenKey';

/**
 * Where the organiser puts right what keeps the code away: a link in the browser that he is signed in with, else the address,
 * for his own computer.
 */
export function FixLine({ path }: { path: string }) {
  const url = `${window.location.origin}/console${path}`;
  if (localStorage.getItem(TOKEN_KEY) === null) {
    return (
      <p className="message__fix">
        请在管理端处理：<span>{url}</span>
      </p>
    );
  }
  return (
    <a className="message__fix" href={url} target="_blank" rel="noreferrer">
      去管理端处理
    </a>
  );
}

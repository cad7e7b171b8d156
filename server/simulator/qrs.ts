/** 带参数的二维码: made by qrcode/create, found again by the text in the QR or by the scene. */
import { randomBytes } from 'node:crypto';

export interface Qr {
  /** The account's key. */
  account: string;
  scene: string;
  ticket: string;
  /** What the QR holds. */
  url: string;
  until: number;
}

export interface Qrs {
  make(account: string, scene: string, seconds: number): Qr;
  /** The newest one of this text or scene, also an expired one. */
  find(text: string): Qr | undefined;
  /** Those that can be scanned, newest first. */
  live(account: string): Qr[];
}

const MOST = 200;

export function createQrs(now: () => number): Qrs {
  let qrs: Qr[] = [];
  return {
    make(account, scene, seconds) {
      const ticket = `gQ${randomBytes(36).toString('base64url')}`;
      const url = `http://weixin.qq.com/q/02${randomBytes(12).toString('base64url')}`;
      const qr = { account, scene, ticket, url, until: now() + seconds * 1000 };
      qrs = [qr, ...qrs].slice(0, MOST);
      return qr;
    },
    find: (text) => qrs.find(({ url, scene }) => url === text || scene === text),
    live: (account) => qrs.filter((qr) => qr.account === account && qr.until > now()),
  };
}

import { StatusTag } from '../statusTag';

/** 账号状态 of a unit or an authority: whether anyone can sign in with it. */
export function AccountState({ hasAccount }: { hasAccount: boolean }) {
  return hasAccount ? <StatusTag tone="done">已开通</StatusTag> : <StatusTag tone="quiet">未开通</StatusTag>;
}

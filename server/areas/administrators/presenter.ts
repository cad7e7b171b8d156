import type { AdministratorRow } from '@common/contract/administrators';
import { maskPhone } from '@common/rules/phone';
import type { Cipher } from '../../platform/cipher';
import type { AdministratorDoc } from './model';

/** What an administrator's phone is bound to when sealed. */
export const sealedTo = (id: unknown) => `administrator.phone:${String(id)}`;

/** The number in clear; it stays inside the server. The document must have been read with its phone. */
export const phoneOf = (cipher: Cipher, { _id, phone }: AdministratorDoc) =>
  cipher.open(sealedTo(_id), phone);

/** One to choose after the password: enough to find oneself. */
export function presentChoice(cipher: Cipher, administrator: AdministratorDoc) {
  return {
    id: String(administrator._id),
    name: administrator.name,
    phoneMasked: maskPhone(phoneOf(cipher, administrator)),
  };
}

/** One of the list, as his colleagues see him. */
export function presentRow(
  cipher: Cipher,
  administrator: AdministratorDoc,
  selfId: string,
): AdministratorRow {
  const { permissions, isConfirmed, lastSignInAt } = administrator;
  const choice = presentChoice(cipher, administrator);
  return {
    ...choice,
    permissions,
    isConfirmed,
    isSelf: choice.id === selfId,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  };
}

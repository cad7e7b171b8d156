import type { ApplicationForm } from '@common/contract/applications';
import type { Types } from 'mongoose';
import type { Cipher } from '../../platform/cipher';

/**
 * The leader's and the contact's telephone numbers lie sealed in the store. They leave in full to the unit that wrote them and to the
 * authorities that it handed them in to: the printed form carries them.
 */
export function sealPhones(cipher: Cipher, id: Types.ObjectId, form: ApplicationForm): ApplicationForm {
  return eachPhone(form, (place, phone) => phone && cipher.seal(boundTo(place, id), phone));
}

/** The form as it was written. */
export function openPhones(cipher: Cipher, id: Types.ObjectId, form: ApplicationForm): ApplicationForm {
  return eachPhone(form, (place, sealed) => sealed && cipher.open(boundTo(place, id), sealed));
}

const boundTo = (place: string, id: Types.ObjectId) => `application.${place}:${id}`;

function eachPhone(form: ApplicationForm, change: (place: string, phone: string) => string): ApplicationForm {
  return {
    ...form,
    leader: { ...form.leader, phone: change('leader.phone', form.leader.phone) },
    organiser: { ...form.organiser, phone: change('organiser.phone', form.organiser.phone) },
  };
}

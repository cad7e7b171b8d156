import { ContactFields } from '@/components/details-fields/contactFields';
import { TextField } from '@/components/field/textField';
import { PhoneFields } from '@/components/phone-fields/phoneFields';
import type { DetailsEditor } from '@/services/profileDetails';
import type { Register } from './useRegister';

/** 联系信息. The phone of a registered learner is changed in 我的资料. */
export function ContactPage({ register, editor }: { register: Register; editor: DetailsEditor }) {
  const { form, errors, isNew, change, check, setError } = register;
  return (
    <>
      {isNew ? (
        <PhoneFields
          proof={form}
          errors={errors}
          onChange={change}
          onLeave={check}
          onPhoneError={(message) => setError('phone', message)}
        />
      ) : (
        <TextField
          id="field-phone"
          label="手机号"
          required
          isLocked
          value={form.phone}
          onChange={() => undefined}
          hint="可在“我的资料”中更换"
        />
      )}
      <ContactFields {...editor} />
    </>
  );
}

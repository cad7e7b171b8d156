import { AreaField } from '@/components/field/areaField';
import { TextField } from '@/components/field/textField';
import type { DetailsEditor } from '@/services/profileDetails';

/** 联系信息 beside the phone. */
export function ContactFields({ details, errors, changeDetails }: DetailsEditor) {
  return (
    <>
      <TextField
        id="field-email"
        label="电子邮箱"
        value={details.email}
        onChange={(email) => changeDetails({ email })}
        placeholder="如 name@example.com"
        maxLength={80}
        error={errors.email}
      />
      <AreaField
        id="field-address"
        label="通讯地址"
        value={details.address}
        onChange={(address) => changeDetails({ address })}
        placeholder="省市县、街道、门牌号"
        maxLength={100}
        error={errors.address}
      />
    </>
  );
}

import { BasicsFields } from '@/components/details-fields/basicsFields';
import { TextField } from '@/components/field/textField';
import { PhotoField } from '@/components/photo-field/photoField';
import type { PhotoUpload } from '@/hooks/usePhoto';
import type { DetailsEditor } from '@/services/profileDetails';
import { IdNoField } from './idNoField';
import type { Register } from './useRegister';

interface BasicsPageProps {
  register: Register;
  editor: DetailsEditor;
  photo: PhotoUpload;
}

/** 基本资料. */
export function BasicsPage({ register, editor, photo }: BasicsPageProps) {
  const { form, errors, change, check } = register;
  return (
    <>
      <TextField
        id="field-name"
        label="姓名"
        required
        value={form.name}
        onChange={(name) => change({ name }, 'name')}
        onBlur={() => check('name')}
        placeholder="与身份证一致"
        error={errors.name}
      />
      <IdNoField register={register} />
      <PhotoField
        id="field-photoId"
        label="照片"
        hint="近期免冠正面照，5KB–3MB，JPEG或PNG"
        upload={photo}
        saved={form.photo}
        error={errors.photoId}
      />
      <BasicsFields {...editor} />
    </>
  );
}

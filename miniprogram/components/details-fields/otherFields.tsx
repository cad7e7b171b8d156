import { AreaField } from '@/components/field/areaField';
import { TextField } from '@/components/field/textField';
import type { DetailsEditor } from '@/services/profileDetails';

/** 其他. */
export function OtherFields({ details, errors, changeDetails }: DetailsEditor) {
  return (
    <>
      <TextField
        id="field-certificateNo"
        label="执业证书编号"
        value={details.certificateNo}
        onChange={(certificateNo) => changeDetails({ certificateNo })}
        maxLength={40}
        error={errors.certificateNo}
      />
      <AreaField
        id="field-expertise"
        label="专业特长"
        value={details.expertise}
        onChange={(expertise) => changeDetails({ expertise })}
        placeholder="如 重症护理、伤口造口护理"
        maxLength={200}
        error={errors.expertise}
      />
      <AreaField
        id="field-socialPositions"
        label="学术任职"
        value={details.socialPositions}
        onChange={(socialPositions) => changeDetails({ socialPositions })}
        placeholder="如 市护理学会委员"
        maxLength={200}
        error={errors.socialPositions}
      />
      <AreaField
        id="field-remark"
        label="备注"
        value={details.remark}
        onChange={(remark) => changeDetails({ remark })}
        maxLength={200}
        error={errors.remark}
      />
    </>
  );
}

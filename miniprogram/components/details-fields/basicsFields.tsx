import { ETHNICITIES } from '@common/terms';
import { useState } from 'react';
import { Chips } from '@/components/chips/chips';
import { SelectField } from '@/components/field/selectField';
import { Sheet } from '@/components/sheet/sheet';
import type { DetailsEditor } from '@/services/profileDetails';

const OPTIONS = ETHNICITIES.map((value) => ({ value, label: value }));

/** 基本资料, as far as no approval is needed: 民族. */
export function BasicsFields({ details, errors, changeDetails }: DetailsEditor) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SelectField
        id="field-ethnicity"
        label="民族"
        value={details.ethnicity ?? ''}
        placeholder="选择民族"
        onOpen={() => setOpen(true)}
        error={errors.ethnicity}
      />
      <Sheet isOpen={isOpen} title="选择民族" onClose={() => setOpen(false)}>
        <Chips
          options={OPTIONS}
          value={details.ethnicity}
          onChange={(ethnicity) => {
            changeDetails({ ethnicity });
            setOpen(false);
          }}
        />
      </Sheet>
    </>
  );
}

import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { Pressable } from '@/components/pressable/pressable';
import {
  EDUCATIONS_MOST,
  type EducationForm,
  EMPTY_EDUCATION,
  educationWords,
  toEducation,
} from '@/services/educationForm';
import type { DetailsEditor } from '@/services/profileDetails';
import { EducationSheet } from './educationSheet';
import './educationFields.scss';

/** 教育经历: added, changed and removed one by one. */
export function EducationFields({ details, errors, changeDetails }: DetailsEditor) {
  const { educations } = details;
  // What the sheet is about: a place in the list, behind its end for a new one.
  const [open, setOpen] = useState<number | null>(null);
  const close = () => setOpen(null);
  const save = (form: EducationForm) => {
    changeDetails({
      educations: [
        ...educations.slice(0, open ?? 0),
        toEducation(form),
        ...educations.slice((open ?? 0) + 1),
      ],
    });
    close();
  };
  const remove = () => {
    changeDetails({ educations: educations.filter((_, index) => index !== open) });
    close();
  };
  return (
    <View id="field-educations">
      {errors.educations ? <Notice tone="act">{errors.educations}</Notice> : null}
      {educations.length === 0 ? (
        <Empty isCompact icon="book" title="还没有教育经历" detail="选填，从最高学历开始添加" />
      ) : null}
      {educations.map((education, index) => (
        <Pressable
          key={`${education.school}-${education.level}-${education.from}`}
          className="education"
          onPress={() => setOpen(index)}
          label={`修改${education.school}`}
        >
          <View className="grow">
            <View className="education__school">{education.school}</View>
            <View className="t-small">{educationWords(education)}</View>
          </View>
          <Icon name="edit" size={20} color={theme.color.brand} />
        </Pressable>
      ))}
      {educations.length < EDUCATIONS_MOST ? (
        <View className="gap-m">
          <Button id="education-add" kind="secondary" size="small" onPress={() => setOpen(educations.length)}>
            添加教育经历
          </Button>
        </View>
      ) : (
        <View className="t-small gap-m">最多添加{EDUCATIONS_MOST}条</View>
      )}
      <EducationSheet
        isOpen={open !== null}
        start={educations[open ?? -1] ?? EMPTY_EDUCATION}
        onClose={close}
        onSave={save}
        onRemove={open !== null && open < educations.length ? remove : undefined}
      />
    </View>
  );
}

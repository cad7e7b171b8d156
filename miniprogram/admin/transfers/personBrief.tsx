import { TITLES, type Title } from '@common/terms';
import { View } from '@tarojs/components';

interface PersonBriefProps {
  person: { name: string; title: Title; department: string; idNoMasked: string; personnelNo?: string | null };
  /** Where he is now, and since when he is free. */
  more?: string;
}

/** Who was found, to be compared with the papers. */
export function PersonBrief({ person, more }: PersonBriefProps) {
  return (
    <View className="brief" id="brief">
      <View className="row">
        <View className="transfer__name">{person.name}</View>
        <View className="brief__title">
          {[TITLES[person.title], person.department].filter(Boolean).join(' · ')}
        </View>
      </View>
      <View className="transfer__line">{person.idNoMasked}</View>
      {person.personnelNo ? <View className="transfer__line">医通卡号 {person.personnelNo}</View> : null}
      {more ? <View className="transfer__line">{more}</View> : null}
    </View>
  );
}

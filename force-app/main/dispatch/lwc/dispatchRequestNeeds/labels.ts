import title from '@salesforce/label/c.MF_Need_Title';
import nth from '@salesforce/label/c.MF_Need_Nth';
import skill from '@salesforce/label/c.MF_Need_Skill';
import choose from '@salesforce/label/c.MF_Request_Choose';
import level from '@salesforce/label/c.MF_Need_Level';
import share from '@salesforce/label/c.MF_Need_Share';
import mandatory from '@salesforce/label/c.MF_Need_Mandatory';
import remove from '@salesforce/label/c.MF_Need_Remove';
import add from '@salesforce/label/c.MF_Need_Add';
import even from '@salesforce/label/c.MF_Need_Even';
import sum from '@salesforce/label/c.MF_Need_Sum';
import none from '@salesforce/label/c.MF_Need_None';
import blank from '@salesforce/label/c.MF_Need_Blank';
import noShare from '@salesforce/label/c.MF_Need_No_Share';
import notWhole from '@salesforce/label/c.MF_Need_Not_Whole';
import level1 from '@salesforce/label/c.MF_Level_1';
import level2 from '@salesforce/label/c.MF_Level_2';
import level3 from '@salesforce/label/c.MF_Level_3';
import level4 from '@salesforce/label/c.MF_Level_4';
import level5 from '@salesforce/label/c.MF_Level_5';

/** The words of this component in the user's language. */
export const labels = {
  title,
  nth,
  skill,
  choose,
  level,
  share,
  mandatory,
  remove,
  add,
  even,
  sum,
  none,
  blank,
  noShare,
  notWhole,
};

/** The levels with what somebody at each can do. */
export const levels = [level1, level2, level3, level4, level5].map((label, index) => ({
  value: String(index + 1),
  label,
}));

import breakdown from '@salesforce/label/c.MF_Board_Breakdown';
import capped from '@salesforce/label/c.MF_Board_Capped';
import close from '@salesforce/label/c.MF_Board_Close';
import compare from '@salesforce/label/c.MF_Board_Compare';
import confirm from '@salesforce/label/c.MF_Board_Confirm';
import defer from '@salesforce/label/c.MF_Board_Defer';
import factor from '@salesforce/label/c.MF_Board_Factor';
import factorProbability from '@salesforce/label/c.MF_Factor_Probability';
import factorReadiness from '@salesforce/label/c.MF_Factor_Readiness';
import factorShowcase from '@salesforce/label/c.MF_Factor_Showcase';
import factorTier from '@salesforce/label/c.MF_Factor_Tier';
import factorUrgency from '@salesforce/label/c.MF_Factor_Urgency';
import factorValue from '@salesforce/label/c.MF_Factor_Value';
import firm from '@salesforce/label/c.MF_Board_Firm';
import hide from '@salesforce/label/c.MF_Board_Hide';
import howTo from '@salesforce/label/c.MF_Board_How_To';
import mandatory from '@salesforce/label/c.MF_Board_Mandatory';
import needs from '@salesforce/label/c.MF_Board_Needs';
import override from '@salesforce/label/c.MF_Board_Override_Line';
import planned from '@salesforce/label/c.MF_Board_Planned';
import points from '@salesforce/label/c.MF_Board_Points';
import reject from '@salesforce/label/c.MF_Board_Reject';
import score from '@salesforce/label/c.MF_Board_Score';
import sensitive from '@salesforce/label/c.MF_Board_Sensitive';
import serving from '@salesforce/label/c.MF_Board_Serving';
import validate from '@salesforce/label/c.MF_Board_Validate';
import weight from '@salesforce/label/c.MF_Board_Weight';
import worth from '@salesforce/label/c.MF_Board_Worth';

/** The words of this component in the user's language. */
export const labels = {
  breakdown,
  capped,
  close,
  compare,
  confirm,
  defer,
  factor,
  factorProbability,
  factorReadiness,
  factorShowcase,
  factorTier,
  factorUrgency,
  factorValue,
  firm,
  hide,
  howTo,
  mandatory,
  needs,
  override,
  planned,
  points,
  reject,
  score,
  sensitive,
  serving,
  validate,
  weight,
  worth,
};

/**
 * Rings on real servers wait for real processes; a machine under load is not a defect of the product. One patience for all of them: what has to be
 * quick is measured where it is said, and not by a test that is cut off.
 */
jest.setTimeout(240_000);

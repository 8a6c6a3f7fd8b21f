/** Rings on real servers wait for real processes; a machine under load is not a defect of the product. */
jest.setTimeout(60_000);

/**
 * Lines of a cell that are not Java: magics, which begin with a percent sign, commands of the
 * system and questions about a name. They know no kernel; {@link heed.kernel.magic.Workbench} is
 * what they may ask of the one they run in.
 */
package heed.kernel.magic;

// What every cell of a notebook has at hand, on either kernel: one import a line.
import java.nio.file.Path;
import java.util.*;
import java.util.stream.*;

import heed.chart.*;
import heed.notebook.*;
import heed.training.*;
import static heed.notebook.Notebook.*;

import tech.tablesaw.api.*;

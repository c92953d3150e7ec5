package bot.optout.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** The tree that tells screen readers what is a title, a paragraph, a list. */
final class Tags {
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement letter =
      new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
  private final List<COSArray> pages = new ArrayList<>();
  private Optional<PDStructureElement> list = Optional.empty();

  static Tags of(PDDocument document) {
    Tags tags = new Tags();
    tags.root.appendKid(tags.letter);
    document.getDocumentCatalog().setStructureTreeRoot(tags.root);
    return tags;
  }

  void page(PDPage page) {
    page.setStructParents(pages.size());
    page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    pages.add(new COSArray());
  }

  /** The element for a section; marks are added to it while it is drawn. */
  PDStructureElement element(Section.Role role) {
    if (role != Section.Role.ITEM) {
      list = Optional.empty();
      return child(letter, type(role));
    }
    if (list.isEmpty()) {
      list = Optional.of(child(letter, StandardStructureTypes.L));
    }
    return child(list.get(), StandardStructureTypes.LI);
  }

  PDStructureElement child(PDStructureElement parent, String type) {
    PDStructureElement element = new PDStructureElement(type, parent);
    parent.appendKid(element);
    return element;
  }

  /** The number by which the next marked part of this page belongs to the element. */
  int mark(PDStructureElement element, PDPage page) {
    COSArray marks = pages.get(pages.size() - 1);
    int number = marks.size();
    marks.add(element.getCOSObject());
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(page);
    reference.setMCID(number);
    element.appendKid(reference);
    return number;
  }

  void finish() {
    COSArray numbers = new COSArray();
    for (int i = 0; i < pages.size(); i++) {
      numbers.add(COSInteger.get(i));
      numbers.add(pages.get(i));
    }
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.setParentTree(new PDNumberTreeNode(tree, PDParentTreeValue.class));
    root.setParentTreeNextKey(pages.size());
  }

  private static String type(Section.Role role) {
    return switch (role) {
      case TITLE -> StandardStructureTypes.H1;
      case HEADING -> StandardStructureTypes.H2;
      case PARAGRAPH, ITEM -> StandardStructureTypes.P;
    };
  }
}
